import type { DelegateInReport, PersonInReport } from '../../../export/compose/models/report';
import type { DocumentSources } from '../sources';

export function delegationOf(sources: DocumentSources): DelegateInReport[] {
  return sources.members.flatMap((member) => {
    const person = sources.person(member.personId);
    return person === undefined ? [] : [{ person, role: sources.printed(member).role }];
  });
}

/** The head of the delegation; when nobody is named so, nobody is: precedence alone does not make a head. */
export function headOf(sources: DocumentSources): PersonInReport | null {
  const head = sources.members.find((member) => member.role === 'head');
  return (head && sources.person(head.personId)) ?? null;
}
