export default function Inner({ count }: { count: number }) {
  return <b>{count}</b>;
}
