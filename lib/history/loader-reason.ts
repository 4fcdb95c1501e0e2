/** Prefix of the reason of each of the loader's revisions, which marks them as the loader's own. */
export const LOADED = "From the dossier";
