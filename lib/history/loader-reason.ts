/** How the reason of each of the loader's revisions begins: what it wrote itself is told apart by it. */
export const LOADED = "From the dossier";
