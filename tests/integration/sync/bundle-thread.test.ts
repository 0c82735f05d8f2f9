import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { build } from 'vite';
import { readBundle } from '@main/sync/bundle/read-bundle';
import type { VerifiedBundle } from '@main/sync/bundle/read-bundle';
import type { BundleLock } from '@main/sync/bundle/lock';
import { identityOf } from '@main/sync/bundle/bundle-key';
import type { BundleKey } from '@main/sync/bundle/bundle-key';
import { threadedLock } from '@main/sync/bundle/threaded-lock';
import { writeBundle } from '@main/sync/bundle/write-bundle';
import type { Result } from '@shared/result';
import { valueOf } from '../../builders/result';
import { allOf, codeOf, heading, inPieces, made, noteParcel, passphrase, readFrom, sha256Of, Taken } from '../../unit/main/sync/bundle/bundles';
import { temporaryFolderOfTheFile } from './folder-of-the-file';

const photo = new Uint8Array(1_500_000).map((_, at) => (at * at) % 251);
const spaceKey: BundleKey = { kind: 'space-key', identity: identityOf(new Uint8Array(32).fill(5)) };
