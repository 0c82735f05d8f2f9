import i18next from 'i18next';
import type { Failure, Issue } from '@shared/result';

/** What is wrong with one field, in a sentence to stand beside it. */
export function issueInWords(issue: Issue): string {
  return i18next.t(`errors:issue.${issue.code}`, { ...issue.params });
}

/** What happened, and what is safe and what to do next. */
export function failureInWords(failure: Failure): { title: string; message: string } {
  const { code, ...rest } = failure;
  const params = code === 'invalid-input' ? { detail: failure.issues.map(issueInWords)[0] ?? '' } : rest;
  return {
    title: i18next.t(`errors:failure.${code}.title`),
    message: i18next.t(`errors:failure.${code}.message`, { ...params }),
  };
}
