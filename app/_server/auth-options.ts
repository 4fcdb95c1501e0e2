import "server-only";
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { findSession, revokeSession, SESSION_SECONDS } from "@/db/access/accounts/sessions";
import { clientAddress } from "./client-address";
import { verifyCredentials } from "./credentials";
import { readKnownDevice } from "./known-device";
import { authSecret } from "./session-cookie";

const sidOf = (claims: Record<string, unknown> | null | undefined) =>
  typeof claims?.sid === "string" ? claims.sid : null;

/** next-auth's own endpoints over the same sessions; our pages use the sign-in page's action instead. */
export const authOptions: NextAuthOptions = {
  secret: authSecret(),
  session: { strategy: "jwt", maxAge: SESSION_SECONDS },
  pages: { signIn: "/sign-in", error: "/sign-in" },
  providers: [
    Credentials({
      credentials: { email: { type: "email" }, password: { type: "password" } },
      async authorize(credentials, request) {
        const address = clientAddress(new Headers(request.headers as Record<string, string>));
        const { email = "", password = "" } = credentials ?? {};
        const check = await verifyCredentials(email, password, address, await readKnownDevice(email));
        return check.status === "open" ? { id: check.personId, sid: check.sid } : null;
      },
    }),
  ],
  callbacks: {
    // Nothing but the session's id goes into the token: name and role would be memories.
    jwt: ({ token, user }) => ({ sid: user && "sid" in user ? user.sid : token.sid }),
    async session({ session, token }) {
      const sid = sidOf(token);
      const person = sid && (await findSession(sid));
      return { expires: session.expires, user: person ? { name: person.name, email: person.email } : undefined };
    },
  },
  events: {
    async signOut({ token }) {
      const sid = sidOf(token);
      if (sid) await revokeSession(sid);
    },
  },
};
