import { editPage } from "@/app/_parts/edit-page";
import { reviseReplyRequestAction } from "../../actions";

const page = editPage("reply_request", "replies", reviseReplyRequestAction);

export const generateMetadata = page.generateMetadata;
export default page.Page;
