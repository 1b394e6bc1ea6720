/** Colours outside of the style sheet: those of the drawing and of the browser around a page. */
export const BRAND = { ground: '#0b4f5c', ink: '#ffffff', paper: '#fbfaf7' } as const;
