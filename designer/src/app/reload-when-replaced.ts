const remembered = 'loopwright.reloaded';
const soonest = 30_000;

/**
 * A page that was opened before the server got a new build asks for files that are gone: it is loaded again. What was typed into a
 * form is kept in the browser. Not more than once in half a minute, so that a file that is really missing is told.
 */
export function reloadWhenReplaced(): void {
  addEventListener('vite:preloadError', (event) => {
    const last = Number(sessionStorage.getItem(remembered) ?? 0);
    if (Date.now() - last < soonest) return;
    sessionStorage.setItem(remembered, String(Date.now()));
    event.preventDefault();
    location.reload();
  });
}
