/** Which control of a message has the focus, so that a redrawn message can give it back. @param {HTMLElement} inside */
export function focusMark(inside) {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || !inside.contains(focused)) return null;
  return { component: focused.dataset.component ?? null };
}

/** The same control again; if it is gone or disabled, the first that is not. @param {HTMLElement} inside @param {FocusMark} mark */
export function restoreFocus(inside, mark) {
  if (mark === null) return;
  const controls = [...inside.querySelectorAll('button[data-component]:not(:disabled)')].filter(
    (found) => found instanceof HTMLElement,
  );
  const same = controls.find((control) => control.dataset.component === mark.component);
  const next = same ?? controls[0];
  if (next !== undefined) {
    next.focus({ preventScroll: true });
    return;
  }
  inside.tabIndex = -1;
  inside.focus({ preventScroll: true });
}
