import { editPage } from "@/app/_parts/edit-page";
import { reviseEventAction } from "../../actions";

const page = editPage("event", "events", reviseEventAction);

export const generateMetadata = page.generateMetadata;
export default page.Page;
