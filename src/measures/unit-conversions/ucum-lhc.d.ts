// SPDX-License-Identifier: Apache-2.0
declare module '@lhncbc/ucum-lhc' {
  export class UcumLhcUtils {
    static getInstance(): UcumLhcUtils;
    /** Converts a value between UCUM units of one dimension; `failed` when they are not commensurable. */
    convertUnitTo(
      from: string,
      value: number,
      to: string,
    ): { status: 'succeeded' | 'failed' | 'error'; toVal: number | null; msg: readonly string[] };
  }
}
