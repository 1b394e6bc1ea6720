declare module '@citation-js/core' {
  export const plugins: {
    readonly config: { get(name: '@bibtex'): { readonly format: object } };
    readonly output: {
      format(format: 'bibtex', data: readonly object[]): string;
      format(
        format: 'ris',
        data: readonly object[],
        options: { readonly format: 'object' },
      ): readonly Readonly<Record<string, string | readonly string[]>>[];
    };
  };
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
