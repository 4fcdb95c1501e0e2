import type { Toast } from "@/lib/text/toast-cookie";

/** An event of the window: its detail is a toast, or none when the server may have left one. */
export const TOAST_EVENT = "desk-toast";

/** Says at the foot of the page what was done. @param toast not given: what the server left with its answer */
export const showToast = (toast?: Toast): void => {
  dispatchEvent(new CustomEvent<Toast | undefined>(TOAST_EVENT, { detail: toast }));
};
