import NextAuth from "next-auth";
import { authOptions } from "@/app/_server/auth-options";

const answer = NextAuth(authOptions);

export { answer as GET, answer as POST };
