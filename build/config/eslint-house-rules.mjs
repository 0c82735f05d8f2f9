/** Rules of this house that no published plugin checks as we want them. */

const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/;
const emptyNames = new Set(['util', 'utils', 'helper', 'helpers', 'manager', 'common', 'misc', 'data']);

/** @type {import('eslint').Rule.RuleModule} */
const fileName = {
  meta: { type: 'suggestion', schema: [] },
  create(context) {
    return {
      Program(node) {
        const name = context.filename.split(/[\\/]/).at(-1) ?? '';
        const stem = name.replace(/\.[^.]+$/, '');
        if (!kebabCase.test(stem)) {
          context.report({ node, message: `File names are kebab-case; this one is "${name}".` });
        }
        if (emptyNames.has(stem)) {
          context.report({ node, message: `"${name}" says nothing about what is in it; name it after its subject.` });
        }
      },
    };
  },
};

/** @type {import('eslint').Rule.RuleModule} */
const describedSuppression = {
  meta: { type: 'suggestion', schema: [] },
  create(context) {
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments()) {
          const text = comment.value.trim();
          if (!/^eslint-disable/.test(text) || !comment.loc) continue;
          if (!/\s--\s+\S/.test(text)) {
            context.report({ loc: comment.loc, message: 'A suppression carries its reason: add " -- why".' });
          }
        }
      },
    };
  },
};

/** @type {import('eslint').ESLint.Plugin} */
export const houseRules = {
  meta: { name: 'house' },
  rules: { 'file-name': fileName, 'described-suppression': describedSuppression },
};
