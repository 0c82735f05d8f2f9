// A runtime without Electron's default_app.asar starts nothing when it is given a folder.
// This is what its default app does: run the folder that the first argument names.
const { readFileSync } = require('node:fs');
const { resolve, join } = require('node:path');
const { app } = require('electron');

const folder = resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? process.cwd());
const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
// @ts-expect-error -- Electron's own default app calls it, its types leave it out
app.setAppPath(folder);
app.setName(about.productName ?? about.name);
// @ts-expect-error -- as above
app.setVersion(about.version);
require(join(folder, about.main));
