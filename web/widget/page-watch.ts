/** What an element of the widget wants to know of the page around it. */
export interface Watching extends Element {
  /** It is on the screen, or nearly. */
  readonly noteSeen: () => void;
  /** The browser is connected again, or the language of the page or of a part of it has changed. */
  readonly noteChange: () => void;
}

/** So far below the screen content is asked for already. */
const MARGIN = '200px';
const LANGUAGE = { attributeFilter: ['lang'] };

const watching = new Set<Watching>();
const tellAll = (): void => {
  for (const element of watching) element.noteChange();
};

const sight = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting) (target as Watching).noteSeen();
    }
  },
  { rootMargin: MARGIN },
);
const language = new MutationObserver(tellAll);
language.observe(document, { ...LANGUAGE, subtree: true });
addEventListener('online', tellAll);

/** One observer of each sort serves all elements of a page. */
export function watchPage(element: Watching): void {
  watching.add(element);
  sight.observe(element);
  // In the shadow of another element the page's observer does not see it.
  language.observe(element, LANGUAGE);
}

export function leavePage(element: Watching): void {
  watching.delete(element);
  sight.unobserve(element);
}
