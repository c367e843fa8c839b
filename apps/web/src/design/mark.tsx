/** The mark of PandaFab: a panda's face whose nose is a nozzle. */
export const Mark = () => (
  <svg className="mark" viewBox="0 0 32 32" aria-hidden="true">
    <g className="mark-dark">
      <circle cx="7.5" cy="8" r="5" />
      <circle cx="24.5" cy="8" r="5" />
    </g>
    <circle className="mark-face" cx="16" cy="17.5" r="12.25" />
    <g className="mark-dark">
      <ellipse cx="10.7" cy="16" rx="3" ry="3.8" transform="rotate(18 10.7 16)" />
      <ellipse cx="21.3" cy="16" rx="3" ry="3.8" transform="rotate(-18 21.3 16)" />
    </g>
    <circle className="mark-light" cx="11.3" cy="15.4" r="1" />
    <circle className="mark-light" cx="20.7" cy="15.4" r="1" />
    <path className="mark-accent" d="M13.2 19.6h5.6v2l-1.9 2.1h-1.8l-1.9-2.1z" />
    <path className="mark-thread" d="M16 23.7v2.6" />
  </svg>
);
