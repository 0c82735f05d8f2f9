import { useCallback } from 'react';
import { keepPreviousData, QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { contract } from '@shared/ipc/contract';
import type { Channel, ChannelSpec, InputOf, OutputOf, QueryChannel } from '@shared/ipc/contract';
import { call } from './client';
import type { CallFailure } from './client';
import { useAppEvent } from './events';

/** Channels that read something other than records; refreshed by those who change it. */
type StateChannel =
  | 'start:state'
  | 'language:get'
  | 'settings:get'
  | 'backups:list'
  | 'backups:state'
  | 'history:state'
  | 'app:about'
  | 'vault:status'
  | 'sync:state'
  | 'travel:before-emptying';
export type AskChannel = QueryChannel | StateChannel;

interface AskOptions {
  /** False holds the question back, for one whose subject is not known yet. */
  readonly enabled?: boolean;
  /** Goes on showing the last answer while a changed question is asked (search as you type). */
  readonly keepPrevious?: boolean;
}

/** Main is the truth: an answer is kept until main says that what it was read from has changed. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // Nothing here needs a network, so nothing may wait for one.
      queries: { staleTime: Infinity, retry: false, refetchOnWindowFocus: false, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}

/** Asks main a question and keeps the answer up to date. `error` is a `CallFailure`. */
export function useAsk<C extends AskChannel>(
  channel: C,
  input: InputOf<C>,
  { enabled = true, keepPrevious = false }: AskOptions = {},
): UseQueryResult<OutputOf<C>, CallFailure> {
  return useQuery<OutputOf<C>, CallFailure>({
    queryKey: [channel, input],
    queryFn: () => call(channel, input),
    enabled,
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
}

/** Makes the answers of these channels stale, so that those on the screen are asked again. */
export function useRefresh(): (...channels: AskChannel[]) => Promise<void> {
  const client = useQueryClient();
  return useCallback(
    async (...channels) => {
      await Promise.all(channels.map((channel) => client.invalidateQueries({ queryKey: [channel] })));
    },
    [client],
  );
}

/** Throws every kept answer away: the store has become another one. */
export function useForgetAll(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries();
}

/** Keeps every answer on the screen in step with the store. Used once, at the top of the window. */
export function useFreshAnswers(): void {
  const client = useQueryClient();
  useAppEvent('vault', () => {
    void client.invalidateQueries({ queryKey: ['vault:status'] });
  });
  useAppEvent('sync', () => {
    void client.invalidateQueries({ queryKey: ['sync:state'] });
  });
  useAppEvent('search:ready', () => {
    void client.invalidateQueries({ queryKey: ['search:all'] });
  });
  useAppEvent('replaced', () => {
    void client.invalidateQueries();
  });
  useAppEvent('changed', ({ types }) => {
    void client.invalidateQueries({
      predicate: ({ queryKey: [channel] }) => {
        if (channel === 'history:state') return true;
        const reads = typeof channel === 'string' && isChannel(channel) ? specOf(channel).reads : undefined;
        return reads?.some((type) => types.includes(type)) ?? false;
      },
    });
  });
}

function isChannel(name: string): name is Channel {
  return Object.hasOwn(contract, name);
}

function specOf(channel: Channel): ChannelSpec {
  return contract[channel];
}
