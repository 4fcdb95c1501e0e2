import { common } from "./common";
import { form } from "./form";
import { refusal } from "./refusal";
import { shell } from "./shell";
import { signIn } from "./signIn";
import { validation } from "./validation";

/** Every word a person reads, by namespace; each file holds both languages. */
export const messages = { common, form, refusal, shell, signIn, validation };

export type Namespace = keyof typeof messages;
export type Catalogue = { [N in Namespace]: (typeof messages)[N]["en"] };
