declare module '@citation-js/core' {
  export class Cite {
    constructor(data: readonly object[], options: { readonly forceType: string });
    format(format: 'bibtex' | 'ris'): string;
  }
  export const plugins: {
    readonly config: { get(name: '@bibtex'): { readonly format: object } };
  };
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
