/**
 * Loads a part in the browser when a `<details data-later={name}>` is first opened, and at once on the server: until then what
 * the server drew stays as it is.
 */
export async function onceOpened<Part>(name: string, load: () => Promise<Part>): Promise<Part> {
  if (typeof document !== "undefined") await opened(name);
  return load();
}

const isOpen = (name: string) => document.querySelector(`details[data-later="${name}"][open]`) !== null;

function opened(name: string): Promise<void> {
  return new Promise((resolve) => {
    if (isOpen(name)) return resolve();
    const look = () => {
      if (!isOpen(name)) return;
      document.removeEventListener("toggle", look, { capture: true });
      resolve();
    };
    // It does not bubble.
    document.addEventListener("toggle", look, { capture: true });
  });
}
