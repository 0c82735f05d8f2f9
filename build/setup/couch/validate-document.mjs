/**
 * @typedef {{ names?: string[], roles?: string[] } | undefined} People
 * @typedef {{ _id: string, _deleted?: boolean, _attachments?: Record<string, unknown>, [field: string]: unknown }} Document
 */

/**
 * Whether a document may be written to a space. CouchDB keeps the text of this function and runs it for every revision
 * that arrives, also for those that other devices named (`new_edits: false`). So it knows nothing outside itself, and it
 * is written for the oldest engine that CouchDB 3 was built with: no `const`, no arrows, no `includes`.
 * What begins with "Attaché: " says that a document is none of a space's; anything else, that somebody may not write.
 * @param {Document} doc
 * @param {unknown} _before
 * @param {{ name: string | null, roles: string[] }} user
 * @param {{ admins?: People, members?: People }} security
 */
export function validateDocument(doc, _before, user, security) {
  var kinds = [
    'trip',
    'delegation-member',
    'itinerary-item',
    'organisation',
    'person',
    'affiliation',
    'meeting',
    'note',
    'note-version',
    'follow-up',
    'investment-project',
    'attachment',
    'document-template',
    'conflict',
  ];
  // The role of those who may enter is put in its place here.
  var role = 'attache';
  var mostCharacters = 8000000;

  /** @param {string} why */
  function refuse(why) {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- what CouchDB wants thrown is a plain object
    throw { forbidden: why };
  }

  /** @param {People} people */
  function isAmong(people) {
    var names = (people && people.names) || [];
    var roles = (people && people.roles) || [];
    for (var nth = 0; nth < user.roles.length; nth += 1) {
      if (roles.indexOf(user.roles[nth] || '') >= 0) return true;
    }
    return user.name !== null && names.indexOf(user.name) >= 0;
  }

  /** The document's fields, without those that are CouchDB's. */
  function fields() {
    return Object.keys(doc).filter(function (name) {
      return name.charAt(0) !== '_';
    });
  }

  var isAdmin = user.roles.indexOf('_admin') >= 0 || isAmong(security.admins);
  var isMember = user.roles.indexOf(role) >= 0 || isAmong(security.members);
  if (!isAdmin && !isMember) refuse('Only members of this space write to it.');

  // CouchDB itself leaves these to administrators.
  if (/^_design\//.test(doc._id)) {
    if (!isAdmin) refuse('Only administrators of this space change its rules.');
    return;
  }

  var isFile = /^blob:[0-9a-f]{64}$/.test(doc._id);
  var named = /^([a-z][a-z-]{0,40}):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(doc._id) || ['', '', ''];
  if (!isFile && kinds.indexOf(named[1] || '') < 0) refuse('Attaché: no such kind of document belongs to a space.');
  if (JSON.stringify(doc).length > mostCharacters) refuse('Attaché: the document is too large.');

  if (isFile) {
    if (doc._deleted && !isAdmin) refuse('Only administrators of this space delete files.');
    if (doc._deleted) return;
    if (Object.keys(doc._attachments || {}).join() !== 'file' || fields().length > 0) {
      refuse('Attaché: a file is one attachment and nothing else.');
    }
    return;
  }

  if (doc._attachments) refuse('Attaché: files have documents of their own.');
  if (doc._deleted) {
    // The end of a branch says at most where its words went.
    var ends = fields().join();
    if (ends !== '' && (ends !== 'into' || !/^[1-9][0-9]*-[0-9a-f]{32}$/.test(String(doc['into'])))) {
      refuse('Attaché: a branch ends in a revision.');
    }
    return;
  }
  // A space that is encrypted end to end shows nothing but that something is there.
  if (typeof doc['e'] === 'string' && fields().join() === 'e') return;
  if (doc['type'] !== undefined && doc['type'] !== named[1]) refuse('Attaché: the document is not what its name says.');
  if (doc['id'] !== undefined && doc['id'] !== named[2]) refuse('Attaché: the document has the name of another one.');
}
