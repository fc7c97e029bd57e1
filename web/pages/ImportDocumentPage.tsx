export default function ImportDocumentPage() {
  return null
}
