import type { PageProps } from "fresh";

export default function Document({ Component }: PageProps) {
  return (
    <html lang="en">
      <head>
        <title>Hello</title>
      </head>
      <body>
        <Component />
      </body>
    </html>
  );
}
