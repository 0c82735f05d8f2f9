import { Component } from 'react';
import type { ErrorInfo, ReactNode } from 'react';
import { Button, Code, Container, Stack, Text, Title } from '@mantine/core';
import i18next from 'i18next';

interface Props {
  readonly children: ReactNode;
  /** Another place is another chance. */
  readonly place?: string;
}

interface State {
  readonly error: Error | null;
  readonly place: string | undefined;
}

/** The one boundary of the window: a broken screen says so in plain words and can be loaded again. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null, place: this.props.place };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.place === state.place ? null : { error: null, place: props.place };
  }

  override componentDidCatch(error: Error, { componentStack }: ErrorInfo): void {
    // The names of components and no record's words, for the console that an engineer opens.
    reportError(new Error(`A screen broke${componentStack ?? ''}`, { cause: error }));
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <Container size="xs" py="xl" role="alert">
        <Stack gap="sm" align="flex-start">
          <Title order={1}>{i18next.t('shell:broken.title')}</Title>
          <Text>{i18next.t('shell:broken.message')}</Text>
          <Button onClick={() => window.location.reload()}>{i18next.t('shell:broken.reload')}</Button>
          <Text size="xs" c="dimmed">
            {i18next.t('shell:broken.detail')}
          </Text>
          <Code block>{error.message}</Code>
        </Stack>
      </Container>
    );
  }
}
