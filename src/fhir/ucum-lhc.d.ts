// SPDX-License-Identifier: Apache-2.0
// The part of @lhncbc/ucum-lhc that is used; the package has no types.
declare module '@lhncbc/ucum-lhc' {
  export const UcumLhcUtils: {
    getInstance(): { convertUnitTo(from: string, value: number, to: string): { status: string; toVal: unknown } };
  };
}
