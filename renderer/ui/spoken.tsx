import { useEffect, useMemo, useState } from 'react';
import { paced } from './paced.ts';

/** Between two things that are said, ms: more often nobody can follow. */
const BETWEEN = 500;

/** What is said politely to whoever listens, at most twice a second: the newest, and the last always. */
export function Spoken({ text }: { readonly text: string }) {
  const [said, setSaid] = useState('');
  const pace = useMemo(() => paced(setSaid, BETWEEN), []);
  useEffect(() => pace.say(text), [pace, text]);
  useEffect(() => pace.stop, [pace]);
  return (
    <p className="for-readers" role="status" aria-live="polite" data-testid="spoken">
      {said}
    </p>
  );
}
