/** Icons that only the workbench needs, by what they mean in it. */
export {
  CircleAlert as AlertIcon,
  CornerDownRight as ReplyIcon,
  FileWarning as FallbackIcon,
  Keyboard as KeysIcon,
  LoaderCircle as SendingIcon,
  MessageSquareText as CommentIcon,
  PanelRight as PanelIcon,
  TriangleAlert as WarningIcon,
  WifiOff as WaitingIcon,
} from 'lucide-react'
