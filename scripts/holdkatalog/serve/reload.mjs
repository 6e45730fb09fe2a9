// Reloads the page when a newer build is done. Part of the development server only.

/**
 * Ask again and again which build is the newest, and reload once when it isn't the page's own.
 *
 * @param {object} world
 * @param {string} world.seen token of the build that the page shows
 * @param {() => Promise<string>} world.ask the newest token; fails while the server is away
 * @param {() => Promise<void>} world.rest a pause; also while nobody looks at the page
 * @param {() => void} world.reload
 */
export async function follow({ seen, ask, rest, reload }) {
  for (;;) {
    await rest();
    // A server that is away is no news: it's being started again, and will answer then.
    const newest = await ask().catch(() => seen);
    if (newest !== seen) {
      reload();
      return;
    }
  }
}

async function ask() {
  const answer = await fetch("/-/newest", { cache: "no-store" });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.text();
}

// Short questions, and only from the page in front: a browser has six connections to a server,
// and waiting answers in other tabs would use them all.
async function rest() {
  do {
    await new Promise((done) => setTimeout(done, 700));
  } while (document.hidden);
}

if (typeof document !== "undefined") {
  const seen = new URL(import.meta.url).searchParams.get("seen") ?? "";
  follow({ seen, ask, rest, reload: () => location.reload() });
}
