import { editPage } from "@/app/_server/edit-page";
import { reviseResponseAction } from "../../actions";

const page = editPage("response", "responses", reviseResponseAction);

export const generateMetadata = page.generateMetadata;
export default page.Page;
