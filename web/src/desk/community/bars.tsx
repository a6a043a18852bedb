/** Charts of numbers, as pictures whose numbers stand in words too. */

const SIZE = { slot: 44, height: 170, foot: 26, head: 22, narrowest: 320 };

interface BarsProps {
  id: string;
  title: string;
  names: [string, string];
  of: { label: string; values: [number, number] }[];
}

/** Two columns for each week, each with its number above. */
export const Bars = ({ id, title, names, of }: BarsProps) => {
  const { slot, height, foot, head, narrowest } = SIZE;
  const width = Math.max(narrowest, of.length * slot);
  const most = Math.max(1, ...of.flatMap((x) => x.values));
  const step = width / Math.max(1, of.length);
  const told = of.map((x) => `${x.label}: ${names[0]} ${x.values[0]}, ${names[1]} ${x.values[1]}`).join('; ');
  const tall = (n: number) => (n / most) * (height - foot - head);
  return (
    <figure>
      <figcaption>{title}</figcaption>
      <div class="scroll">
        <svg class="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`${id}-title ${id}-data`}>
          <title id={`${id}-title`}>{title}</title>
          <desc id={`${id}-data`}>{told}</desc>
          <line x1="0" x2={width} y1={height - foot} y2={height - foot} />
          {of.map(({ label, values }, i) => {
            const middle = step * (i + 0.5);
            return (
              <g key={label}>
                {values.map((n, k) => (
                  <Column
                    key={names[k]}
                    x={middle + (k === 0 ? -15 : 1)}
                    foot={height - foot}
                    tall={tall(n)}
                    n={n}
                    pale={k === 0}
                  />
                ))}
                <text x={middle} y={height - 8} text-anchor="middle">
                  {label}
                </text>
              </g>
            );
          })}
        </svg>
      </div>
      <p class="quiet legend">
        <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
          <rect class="bar pale" width="12" height="12" rx="2" />
        </svg>{' '}
        {names[0]}{' '}
        <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
          <rect class="bar" width="12" height="12" rx="2" />
        </svg>{' '}
        {names[1]}
      </p>
    </figure>
  );
};

interface ColumnProps {
  x: number;
  foot: number;
  tall: number;
  n: number;
  pale: boolean;
}

const Column = ({ x, foot, tall, n, pale }: ColumnProps) => (
  <>
    <rect class={pale ? 'bar pale' : 'bar'} x={x} y={foot - tall} width="14" height={tall} rx="2" />
    {n > 0 && (
      <text x={x + 7} y={foot - tall - 5} text-anchor="middle">
        {n}
      </text>
    )}
  </>
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
