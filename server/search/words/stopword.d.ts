/** The package ships no types of its own; these are the lists in use. */
declare module 'stopword' {
  export const spa: readonly string[];
  export const eng: readonly string[];
  export const por: readonly string[];
  export const fra: readonly string[];
}
