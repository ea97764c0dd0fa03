import { lookUp } from "./lookups.mjs";

const found = await lookUp(JSON.parse(process.argv[2]));
process.stdout.write(JSON.stringify(found));
