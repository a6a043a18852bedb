/** Charts of numbers, as pictures whose numbers stand in words too. */

const SIZE = { slot: 44, height: 170, foot: 26, head: 22, narrowest: 320, column: 14, between: 2 };

interface BarsProps {
  id: string;
  title: string;
  /** What each column of a group tells; the last is the strongest. */
  names: string[];
  of: { label: string; values: (number | undefined)[] }[];
  /** Above this the columns do not grow: the whole of a share. */
  most?: number;
  text?: (n: number) => string;
}

/** A group of columns for each week, each column with its number above. */
export const Bars = ({ id, title, names, of, most = highest(of), text = String }: BarsProps) => {
  const { slot, height, foot, narrowest } = SIZE;
  const width = Math.max(narrowest, of.length * slot);
  const step = width / Math.max(1, of.length);
  const said = ({ label, values }: BarsProps['of'][number]) =>
    `${label}: ${values.map((n, k) => `${names[k]} ${n === undefined ? '–' : text(n)}`).join(', ')}`;
  return (
    <figure>
      <figcaption>{title}</figcaption>
      <svg class="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`${id}-title ${id}-data`}>
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-data`}>{of.map(said).join('; ')}</desc>
        <line x1="0" x2={width} y1={height - foot} y2={height - foot} />
        {of.map((group, i) => (
          <Group key={group.label} of={group} middle={step * (i + 0.5)} most={most} text={text} />
        ))}
      </svg>
      {names.length > 1 && <Legend of={names} />}
    </figure>
  );
};

const highest = (of: BarsProps['of']): number => Math.max(1, ...of.flatMap((x) => x.values.map((n) => n ?? 0)));

interface GroupProps {
  of: BarsProps['of'][number];
  middle: number;
  most: number;
  text: (n: number) => string;
}

const Group = ({ of: { label, values }, middle, most, text }: GroupProps) => {
  const { height, foot, head, column, between } = SIZE;
  const wide = column + between;
  const first = middle - (values.length * wide - between) / 2;
  return (
    <g>
      {values.map((n = 0, k) => {
        const tall = (n / most) * (height - foot - head);
        const x = first + k * wide;
        const pale = k < values.length - 1;
        return (
          <>
            <rect
              class={pale ? 'bar pale' : 'bar'}
              x={x}
              y={height - foot - tall}
              width={column}
              height={tall}
              rx="2"
            />
            {n > 0 && (
              <text x={x + column / 2} y={height - foot - tall - 5} text-anchor="middle">
                {text(n)}
              </text>
            )}
          </>
        );
      })}
      <text x={middle} y={height - 8} text-anchor="middle">
        {label}
      </text>
    </g>
  );
};

const Legend = ({ of }: { of: string[] }) => (
  <p class="quiet legend">
    {of.map((name, k) => (
      <span key={name}>
        <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
          <rect class={k < of.length - 1 ? 'bar pale' : 'bar'} width="12" height="12" rx="2" />
        </svg>{' '}
        {name}{' '}
      </span>
    ))}
  </p>
);

interface SharesProps {
  title: string;
  column: string;
  of: { label: string; value: number; text: string }[];
}

/** A table whose last column repeats each number as a bar. */
export const Shares = ({ title, column, of }: SharesProps) => {
  const most = Math.max(1, ...of.map((x) => x.value));
  return (
    <div class="scroll">
      <table>
        <caption>{title}</caption>
        <thead class="unseen">
          <tr>
            <th scope="col">{column}</th>
            <th scope="col">{title}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {of.map(({ label, value, text }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{text}</td>
              <td class="share">
                <svg viewBox="0 0 100 12" width="100" height="12" aria-hidden="true" preserveAspectRatio="none">
                  <rect class="bar" width={(value / most) * 100} height="12" rx="2" />
                </svg>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
