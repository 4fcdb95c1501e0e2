import { claim } from "./claim";
import { common } from "./common";
import { date } from "./date";
import { event } from "./event";
import { evidence } from "./evidence";
import { filter } from "./filter";
import { form } from "./form";
import { gate } from "./gate";
import { organization } from "./organization";
import { record } from "./record";
import { refusal } from "./refusal";
import { region } from "./region";
import { response } from "./response";
import { search } from "./search";
import { shell } from "./shell";
import { signIn } from "./signIn";
import { status } from "./status";
import { validation } from "./validation";
import { workflow } from "./workflow";

/** Every word a person reads, by namespace; each file holds both languages. */
export const messages = {
  claim,
  common,
  date,
  event,
  evidence,
  filter,
  form,
  gate,
  organization,
  record,
  refusal,
  region,
  response,
  search,
  shell,
  signIn,
  status,
  validation,
  workflow,
};

export type Namespace = keyof typeof messages;
export type Catalogue = { [N in Namespace]: (typeof messages)[N]["en"] };
