// node read.js KSY_FOLDER FILE_DESCRIPTION FILE... : every field of every line, as text, one JSON object a line.
"use strict";

const fs = require("fs");
const path = require("path");
const vm = require("vm");
const yaml = require("js-yaml");
const Compiler = require("kaitai-struct-compiler");
const KaitaiStream = require("kaitai-struct/KaitaiStream");

const [folder, description, ...files] = process.argv.slice(2);

function load(name) {
  return yaml.load(fs.readFileSync(path.join(folder, `${name}.ksy`), "utf8"));
}

function classOf(compiled, name) {
  const modules = { "kaitai-struct/KaitaiStream": KaitaiStream };
  function required(wanted) {
    const key = wanted.replace(/^\.\//, "");
    if (!(key in modules)) {
      const module = { exports: {} };
      modules[key] = module.exports;
      const source = compiled[`${key}.js`];
      vm.runInThisContext(`(function (require, module, exports) {${source}\n})`)(required, module, module.exports);
      modules[key] = module.exports;
    }
    return modules[key];
  }
  return required(name)[name];
}

function plain(value) {
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Uint8Array) return Buffer.from(value).toString("latin1");
  if (value === null || typeof value !== "object") return value;
  const fields = Object.entries(value).filter(([name]) => !name.startsWith("_"));
  return Object.fromEntries(fields.map(([name, inner]) => [name, plain(inner)]));
}

async function main() {
  const importer = { importYaml: async (name) => load(path.basename(name)) };
  const compiled = await Compiler.compile("javascript", load(description), importer, false);
  const name = description.replace(/(^|_)(.)/g, (_, __, letter) => letter.toUpperCase());
  const File = classOf(compiled, name);
  for (const file of files) {
    const stream = new KaitaiStream(new Uint8Array(fs.readFileSync(file)).buffer);
    const lines = new File(stream).lines.map((line) => plain(line.record));
    process.stdout.write(`${JSON.stringify({ file, lines })}\n`);
  }
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
