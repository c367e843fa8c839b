interface Props {
  readonly picture: { readonly size: number; readonly path: string };
  readonly label: string;
}

/** A QR code. Black on white in every theme: scanners want it so. */
export const QrPicture = ({ picture: { size, path }, label }: Props) => (
  <svg
    className="qr-picture"
    viewBox={`0 0 ${size} ${size}`}
    role="img"
    aria-label={label}
    width="200"
    height="200"
  >
    <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
    <path fill="#000" d={path} shapeRendering="crispEdges" />
  </svg>
);
