import { editPage } from "@/app/_parts/edit-page";
import { reviseEvidenceAction } from "../../actions";

const page = editPage("evidence", "evidence", reviseEvidenceAction);

export const generateMetadata = page.generateMetadata;
export default page.Page;
