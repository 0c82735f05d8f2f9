import { runDemo } from '../setup/demo.mjs';
import { runCommand } from '../setup/say.mjs';

await runCommand(runDemo);
