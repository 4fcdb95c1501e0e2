type ErrorClass<T> = abstract new (...args: never[]) => T;

/**
 * An error that `instanceof` knows by its brand. The server's bundles each have a class of their own of every module, and
 * what one of them throws is caught in another.
 */
export abstract class BrandedError extends Error {
  /** `Symbol.for` of a name that no other class has. */
  declare static readonly brand: symbol;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    let own: typeof BrandedError = new.target;
    while (Object.hasOwn(own, "brand")) {
      Object.defineProperty(this, own.brand, { value: true });
      own = Object.getPrototypeOf(own);
    }
  }

  static override [Symbol.hasInstance]<T>(
    this: ErrorClass<T> & { readonly brand: symbol },
    value: unknown,
  ): value is T {
    // biome-ignore lint/complexity/noThisInStatic: the class that instanceof is asked of, which may extend this one
    return typeof value === "object" && value !== null && this.brand in value;
  }
}
