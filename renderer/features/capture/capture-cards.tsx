import { useEffect, useRef, useState } from 'react';
import { ActionIcon, FileButton, UnstyledButton } from '@mantine/core';
import { IconId, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './capture.module.css';
import type { Cards } from './use-cards';

/** Photographs of the card: pasted anywhere in the form, dropped here, or chosen. */
export function CaptureCards({ cards }: { readonly cards: Cards }) {
  const { t } = useTranslation('capture');
  const [isOver, setOver] = useState(false);
  return (
    <div
      className={classes.cards}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        event.stopPropagation();
        setOver(false);
        cards.add([...event.dataTransfer.files]);
      }}
    >
      <FileButton accept="image/*" multiple onChange={(files) => cards.add(files)}>
        {(props) => (
          <UnstyledButton {...props} className={classes.addCard}>
            <IconId size={16} stroke={1.6} aria-hidden="true" /> {t('card.add')}
          </UnstyledButton>
        )}
      </FileButton>
      {cards.files.length > 0 && (
        <ul className={classes.cardList} aria-label={t('card.list')}>
          {cards.files.map((file, index) => (
            <li key={`${file.name}-${index}`}>
              <CardPicture file={file} />
              <span className={classes.cardName}>{file.name}</span>
              <ActionIcon
                size={22}
                aria-label={t('card.remove', { name: file.name })}
                onClick={() => cards.remove(file)}
              >
                <IconX size={14} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The picture as it will be kept; the page's policy lets it be drawn from its own bytes. */
function CardPicture({ file }: { readonly file: File }) {
  const picture = useRef<HTMLImageElement>(null);
  useEffect(() => {
    const address = URL.createObjectURL(file);
    if (picture.current) picture.current.src = address;
    return () => URL.revokeObjectURL(address);
  }, [file]);
  return <img ref={picture} alt="" />;
}
