export default function RevisePage() {
  return null
}
