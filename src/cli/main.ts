// The command line program: everything that it does is in `run.ts`.

import { run } from "./run";

void run(process.argv.slice(2), {
	folder: process.cwd(),
	write: text => process.stdout.write(text),
	complain: text => process.stderr.write(text),
}).then(code => {
	process.exitCode = code;
});
