// pdf.js looks for these classes when it loads, and makes a matrix; only what draws does more with them, and nothing here draws.
globalThis.DOMMatrix ??= class DOMMatrix {};
globalThis.ImageData ??= class ImageData {};
globalThis.Path2D ??= class Path2D {};
