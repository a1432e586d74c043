// SPDX-License-Identifier: Apache-2.0
declare module 'text-readability' {
  const readability: { fleschKincaidGrade(text: string): number };
  export default readability;
}
