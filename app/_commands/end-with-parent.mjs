// Preloaded into the site's server: when the command that started it is killed, its end of this pipe closes, and the
// server must not go on holding the port. Its own children inherit the preload, but not the pipe.
if (process.ppid === Number(process.env.WEDERHOOR_PARENT)) {
  process.stdin.on("end", () => process.exit(1));
  process.stdin.on("error", () => process.exit(1));
  process.stdin.resume();
}
