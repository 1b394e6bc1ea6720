/** What a scan looked at, for `explain`. */
export interface ScanStats {
  keys: number;
  docs: number;
}
