import { type ItemProps, type LessonItem, langOfText } from './item-data.js';
import { Part } from './part.js';

/** What was seen, what follows from it, what to do: the lesson itself stands out. */
export function Lesson({ context, item }: ItemProps<LessonItem>) {
  const { t } = context;
  const lang = (field: string) => langOfText({ context, item }, field);
  const isChallenge = item.nature === 'CHALLENGE';
  return (
    <div class="lesson">
      <p class="chips">
        <span class="tag">{t(`nature.${item.nature}`)}</span>
        {item.level && (
          <span>
            {t('lesson.level')}: <strong>{t(`level.${item.level}`)}</strong>
          </span>
        )}
      </p>
      <Part title={t('lesson.observation')} text={item.observation} lang={lang('observation')} />
      <Part
        class="lesson__heart"
        title={t(isChallenge ? 'lesson.challenge' : 'lesson.lesson')}
        text={item.lesson}
        lang={lang('lesson')}
      />
      <Part
        title={t('lesson.recommendation')}
        text={item.recommendation}
        lang={lang('recommendation')}
      />
    </div>
  );
}
