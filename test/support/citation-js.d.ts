declare module '@citation-js/core' {
  export class Cite {
    constructor(data: string);
    readonly data: readonly object[];
  }
}
