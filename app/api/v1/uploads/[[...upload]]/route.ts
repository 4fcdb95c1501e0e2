import { answerUpload } from "@/app/_server/uploads";

export { answerUpload as DELETE, answerUpload as HEAD, answerUpload as PATCH, answerUpload as POST };
