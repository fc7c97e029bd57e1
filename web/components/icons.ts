/** The icons of the interface by what they mean here, so that one drawing means one thing. */
export {
  Check as CheckIcon,
  ChevronDown as OpenIcon,
  CircleUser as AccountIcon,
  Copy as CopyIcon,
  Download as ExportIcon,
  Eye as PreviewIcon,
  FilePlus2 as AddDocumentIcon,
  Globe as LanguageIcon,
  Plus as AddIcon,
  Search as SearchIcon,
  SunMoon as ThemeIcon,
  Upload as UploadIcon,
  WifiOff as OfflineIcon,
  X as CrossIcon,
} from 'lucide-react'
