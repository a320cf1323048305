// The icons of the interface: one family (lucide), named after what they mean here.

import AppWindow from '@lucide/svelte/icons/app-window';
import ArrowDown from '@lucide/svelte/icons/arrow-down';
import ArrowDownWideNarrow from '@lucide/svelte/icons/arrow-down-wide-narrow';
import ArrowLeft from '@lucide/svelte/icons/arrow-left';
import ArrowRight from '@lucide/svelte/icons/arrow-right';
import ArrowUp from '@lucide/svelte/icons/arrow-up';
import ArrowUpNarrowWide from '@lucide/svelte/icons/arrow-up-narrow-wide';
import Bell from '@lucide/svelte/icons/bell';
import BellOff from '@lucide/svelte/icons/bell-off';
import Bookmark from '@lucide/svelte/icons/bookmark';
import Box from '@lucide/svelte/icons/box';
import BuildingComplex from '@lucide/svelte/icons/building-complex';
import CalendarClock from '@lucide/svelte/icons/calendar-clock';
import CalendarDays from '@lucide/svelte/icons/calendar-days';
import ChartColumn from '@lucide/svelte/icons/chart-column';
import Check from '@lucide/svelte/icons/check';
import ChevronDown from '@lucide/svelte/icons/chevron-down';
import ChevronLeft from '@lucide/svelte/icons/chevron-left';
import ChevronRight from '@lucide/svelte/icons/chevron-right';
import CircleCheck from '@lucide/svelte/icons/circle-check';
import CircleDot from '@lucide/svelte/icons/circle-dot';
import CircleQuestionMark from '@lucide/svelte/icons/circle-question-mark';
import CircleStop from '@lucide/svelte/icons/circle-stop';
import Clock from '@lucide/svelte/icons/clock';
import ClockAlert from '@lucide/svelte/icons/clock-alert';
import Cloud from '@lucide/svelte/icons/cloud';
import Columns3 from '@lucide/svelte/icons/columns-3';
import Copy from '@lucide/svelte/icons/copy';
import Download from '@lucide/svelte/icons/download';
import Ellipsis from '@lucide/svelte/icons/ellipsis';
import ExternalLink from '@lucide/svelte/icons/external-link';
import FileDown from '@lucide/svelte/icons/file-down';
import FileSpreadsheet from '@lucide/svelte/icons/file-spreadsheet';
import FileText from '@lucide/svelte/icons/file-text';
import Flag from '@lucide/svelte/icons/flag';
import FolderOpen from '@lucide/svelte/icons/folder-open';
import Globe from '@lucide/svelte/icons/globe';
import Handshake from '@lucide/svelte/icons/handshake';
import HardDrive from '@lucide/svelte/icons/hard-drive';
import Headset from '@lucide/svelte/icons/headset';
import Hourglass from '@lucide/svelte/icons/hourglass';
import Inbox from '@lucide/svelte/icons/inbox';
import Info from '@lucide/svelte/icons/info';
import Keyboard from '@lucide/svelte/icons/keyboard';
import Languages from '@lucide/svelte/icons/languages';
import Layers from '@lucide/svelte/icons/layers';
import ListFilter from '@lucide/svelte/icons/list-filter';
import Loader from '@lucide/svelte/icons/loader';
import Lock from '@lucide/svelte/icons/lock';
import LogOut from '@lucide/svelte/icons/log-out';
import Mail from '@lucide/svelte/icons/mail';
import MailOpen from '@lucide/svelte/icons/mail-open';
import MapPin from '@lucide/svelte/icons/map-pin';
import Menu from '@lucide/svelte/icons/menu';
import MessageSquare from '@lucide/svelte/icons/message-square';
import Minus from '@lucide/svelte/icons/minus';
import Monitor from '@lucide/svelte/icons/monitor';
import Moon from '@lucide/svelte/icons/moon';
import NotebookPen from '@lucide/svelte/icons/notebook-pen';
import Pencil from '@lucide/svelte/icons/pencil';
import Phone from '@lucide/svelte/icons/phone';
import Plus from '@lucide/svelte/icons/plus';
import Power from '@lucide/svelte/icons/power';
import RefreshCw from '@lucide/svelte/icons/refresh-cw';
import RotateCcwClock from '@lucide/svelte/icons/rotate-ccw-clock';
import RotateCw from '@lucide/svelte/icons/rotate-cw';
import Search from '@lucide/svelte/icons/search';
import Send from '@lucide/svelte/icons/send';
import Settings2 from '@lucide/svelte/icons/settings-2';
import ShieldCheck from '@lucide/svelte/icons/shield-check';
import Sparkles from '@lucide/svelte/icons/sparkles';
import Sun from '@lucide/svelte/icons/sun';
import Trash from '@lucide/svelte/icons/trash';
import TriangleAlert from '@lucide/svelte/icons/triangle-alert';
import Undo2 from '@lucide/svelte/icons/undo-2';
import Unlink from '@lucide/svelte/icons/unlink';
import UserRound from '@lucide/svelte/icons/user-round';
import UserRoundArrowLeft from '@lucide/svelte/icons/user-round-arrow-left';
import UserRoundCheck from '@lucide/svelte/icons/user-round-check';
import UsersRound from '@lucide/svelte/icons/users-round';
import Video from '@lucide/svelte/icons/video';
import Wifi from '@lucide/svelte/icons/wifi';
import WifiOff from '@lucide/svelte/icons/wifi-off';
import X from '@lucide/svelte/icons/x';
import Zap from '@lucide/svelte/icons/zap';

export const icons = {
  alert: TriangleAlert,
  apply: Layers,
  'arrow-down': ArrowDown,
  'arrow-left': ArrowLeft,
  'arrow-right': ArrowRight,
  'arrow-up': ArrowUp,
  bell: Bell,
  'bell-off': BellOff,
  bookmark: Bookmark,
  building: BuildingComplex,
  calendar: CalendarDays,
  'calendar-later': CalendarClock,
  calling: Phone,
  chart: ChartColumn,
  check: Check,
  'chevron-down': ChevronDown,
  'chevron-left': ChevronLeft,
  'chevron-right': ChevronRight,
  'circle-check': CircleCheck,
  clock: Clock,
  'clock-alert': ClockAlert,
  close: X,
  cloud: Cloud,
  columns: Columns3,
  'contact-center': Headset,
  copy: Copy,
  customers: BuildingComplex,
  devices: Monitor,
  disk: HardDrive,
  done: CircleCheck,
  dot: CircleDot,
  download: FileDown,
  edit: Pencil,
  export: Download,
  external: ExternalLink,
  filter: ListFilter,
  flag: Flag,
  folder: FolderOpen,
  globe: Globe,
  'handed-over': UserRoundArrowLeft,
  help: CircleQuestionMark,
  history: RotateCcwClock,
  hourglass: Hourglass,
  inbox: Inbox,
  info: Info,
  keyboard: Keyboard,
  language: Languages,
  'link-off': Unlink,
  lock: Lock,
  mail: Mail,
  'mail-open': MailOpen,
  'map-pin': MapPin,
  meetings: Video,
  menu: Menu,
  messaging: MessageSquare,
  minus: Minus,
  monitor: Monitor,
  moon: Moon,
  more: Ellipsis,
  note: NotebookPen,
  offline: WifiOff,
  online: Wifi,
  partner: Handshake,
  pencil: Pencil,
  plus: Plus,
  power: Power,
  refresh: RefreshCw,
  retry: RotateCw,
  search: Search,
  send: Send,
  service: Box,
  settings: Settings2,
  sheet: FileSpreadsheet,
  shield: ShieldCheck,
  'sign-out': LogOut,
  sort: ArrowUpNarrowWide,
  'sort-down': ArrowDownWideNarrow,
  sparkles: Sparkles,
  spinner: Loader,
  stop: CircleStop,
  sun: Sun,
  table: FileText,
  trash: Trash,
  undo: Undo2,
  user: UserRound,
  'user-check': UserRoundCheck,
  users: UsersRound,
  warning: TriangleAlert,
  x: X,
  window: AppWindow,
  zap: Zap,
} as const;

export type IconName = keyof typeof icons;
