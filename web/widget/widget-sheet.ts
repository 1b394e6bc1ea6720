/** The text of widget.css; the build puts it in the place of the name. */
declare const WIDGET_CSS: string;

/** Made by script and shared by all elements: no element carries a style that a strict policy would refuse. */
export const widgetSheet = new CSSStyleSheet();
widgetSheet.replaceSync(WIDGET_CSS);
