import { editPage } from "@/app/_parts/edit-page";
import { reviseResponseAction } from "../../actions";

const page = editPage("response", "responses", reviseResponseAction);

export const generateMetadata = page.generateMetadata;
export default page.Page;
